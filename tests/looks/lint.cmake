# Runs qmllint over the QML modules below DIR; any word from it is a failure. Two of its categories are off: Qt 6.4
# has no way to say that a component is bound to its file (unqualified), and an id in a content item only makes its
# creation immediate (deferred-property-id). What the first would find, an engine warning in looks_test finds.
file(GLOB_RECURSE files ${DIR}/*.qml)
if(NOT files)
    message(FATAL_ERROR "no QML file below ${DIR}")
endif()
execute_process(COMMAND ${QMLLINT} --unqualified disable --deferred-property-id disable -I ${DIR} ${files}
    OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE result)
if(result OR said)
    message(FATAL_ERROR "qmllint (${result}):\n${said}")
endif()
