# A module is one library target. `FLOOR` is its height: it may link only modules on strictly lower floors, and CMake
# stops when it links any other. The include scan in tests/house is a second check, because Debian's headers are on
# every target's include path.

add_library(chelate_flags INTERFACE)
target_compile_features(chelate_flags INTERFACE cxx_std_20)
target_include_directories(chelate_flags INTERFACE ${CMAKE_SOURCE_DIR})
# -ffp-contract=off: a fused multiply-add would change the last digits on other machines.
target_compile_options(chelate_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # When it optimises, GCC reports false overlapping copies in `"a" + std::string(...)` (GCC bug 105651).
  target_compile_options(chelate_flags INTERFACE -Wno-restrict)
endif()
if(CHELATE_STRICT)
  target_compile_options(chelate_flags INTERFACE -Werror)
endif()
if(CHELATE_SANITIZE)
  # Null, alignment and object size are checked at every access through a pointer, which takes a third of the compile
  # time. The address sanitizer stops at the same faults when they do harm.
  target_compile_options(chelate_flags INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(chelate_flags INTERFACE -fsanitize=address,undefined)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# chelate_module(<name> FLOOR <n> SOURCES <files> [MODULES <lower modules>] [PUBLIC <targets>] [PRIVATE <targets>])
function(chelate_module name)
  cmake_parse_arguments(MODULE "" "FLOOR" "SOURCES;MODULES;PUBLIC;PRIVATE" ${ARGN})
  set(target chelate_${name})
  add_library(${target} STATIC ${MODULE_SOURCES})
  set_target_properties(${target} PROPERTIES CHELATE_FLOOR ${MODULE_FLOOR})
  foreach(lower IN LISTS MODULE_MODULES)
    get_target_property(floor chelate_${lower} CHELATE_FLOOR)
    if(NOT floor LESS MODULE_FLOOR)
      message(FATAL_ERROR "${name} (floor ${MODULE_FLOOR}) may not use ${lower} (floor ${floor}): only strictly lower floors")
    endif()
    target_link_libraries(${target} PUBLIC chelate_${lower})
  endforeach()
  target_link_libraries(${target} PUBLIC chelate_flags ${MODULE_PUBLIC} PRIVATE ${MODULE_PRIVATE})
endfunction()
