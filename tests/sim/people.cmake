# The invented people and the camera that shows them.
mado_test(sim_people_test
    SOURCES
        people/CastingTest.cpp
        people/FacesFolderTest.cpp
        people/LikenessFileTest.cpp
        people/PictureFileTest.cpp
        people/RenderTest.cpp
        people/SequenceCameraTest.cpp
        people/TestFolder.cpp
    LIBS mado_sim_people
    TIMEOUT 300)
target_include_directories(sim_people_test PRIVATE ${CMAKE_CURRENT_LIST_DIR})

# The same people before the product's own eyes. The weights are fetched by what tests/faceauth defines.
if(EXISTS ${PROJECT_SOURCE_DIR}/tests/faceauth/CMakeLists.txt)
    mado_test(sim_faces_test
        SOURCES people/ToldApartTest.cpp
        LIBS mado_faceauth mado_sim_people
        TIMEOUT 300)
    target_compile_definitions(sim_faces_test PRIVATE MADO_MODELS="${PROJECT_SOURCE_DIR}/build/models")
    add_dependencies(sim_faces_test face_models)
endif()
