# Writes commit.cpp, which says what the program was built from. The file keeps its time when nothing changed.
# Usage: cmake -D SOURCE=<source tree> -D OUTPUT=<commit.cpp> -P commit.cmake

set(archived "$Format:%h$") # `git archive` writes the hash here, see .gitattributes

function(ask_git output)
  execute_process(COMMAND git --no-optional-locks -C ${SOURCE} ${ARGN}
    OUTPUT_VARIABLE answer ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE result)
  set(${output} "${answer}" PARENT_SCOPE)
  set(failed ${result} PARENT_SCOPE)
endfunction()

set(commit unknown)
if(archived MATCHES "^[0-9a-f]+$")
  set(commit ${archived})
endif()
# A source tree without git that lies inside another project's repository must not take that project's commit.
ask_git(below rev-parse --show-prefix)
if(failed STREQUAL "0" AND below STREQUAL "")
  ask_git(hash rev-parse --short=10 HEAD)
  if(failed STREQUAL "0")
    set(commit ${hash})
    ask_git(changed status --porcelain --untracked-files=no)
    if(NOT changed STREQUAL "")
      string(APPEND commit "-dirty")
    endif()
  endif()
endif()

set(text "#include \"game/cli/commit.hpp\"\n\nnamespace chelate::cli {\n\nconst char* const commit = \"${commit}\";\n\n}\n")
set(old "")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} old)
endif()
if(NOT text STREQUAL old)
  file(WRITE ${OUTPUT} "${text}")
endif()
