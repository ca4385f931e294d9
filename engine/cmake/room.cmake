# A room is one library target. `FLOOR` is its height: it may link only rooms on strictly lower floors, and configuring
# stops when it does not (the include scan in tests/house is the second lock: Debian's headers are on everybody's path).

add_library(chelate_flags INTERFACE)
target_compile_features(chelate_flags INTERFACE cxx_std_20)
target_include_directories(chelate_flags INTERFACE ${CMAKE_SOURCE_DIR})
# -ffp-contract=off: a fused multiply-add would give other last digits on other machines.
target_compile_options(chelate_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # It sees overlapping copies in `"a" + std::string(...)` when it optimises (GCC bug 105651).
  target_compile_options(chelate_flags INTERFACE -Wno-restrict)
endif()
if(CHELATE_STRICT)
  target_compile_options(chelate_flags INTERFACE -Werror)
endif()
if(CHELATE_SANITIZE)
  target_compile_options(chelate_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(chelate_flags INTERFACE -fsanitize=address,undefined)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# chelate_room(<name> FLOOR <n> SOURCES <files> [ROOMS <lower rooms>] [PUBLIC <targets>] [PRIVATE <targets>])
function(chelate_room name)
  cmake_parse_arguments(ROOM "" "FLOOR" "SOURCES;ROOMS;PUBLIC;PRIVATE" ${ARGN})
  set(target chelate_${name})
  add_library(${target} STATIC ${ROOM_SOURCES})
  set_target_properties(${target} PROPERTIES CHELATE_FLOOR ${ROOM_FLOOR})
  foreach(lower IN LISTS ROOM_ROOMS)
    get_target_property(floor chelate_${lower} CHELATE_FLOOR)
    if(NOT floor LESS ROOM_FLOOR)
      message(FATAL_ERROR "${name} (floor ${ROOM_FLOOR}) may not use ${lower} (floor ${floor}): only strictly lower floors")
    endif()
    target_link_libraries(${target} PUBLIC chelate_${lower})
  endforeach()
  target_link_libraries(${target} PUBLIC chelate_flags ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
endfunction()
