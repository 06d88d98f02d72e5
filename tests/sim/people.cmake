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
