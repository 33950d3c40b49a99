# How every room of the house is built: one library per folder, files listed by name, the same flags everywhere.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # base_dir and no hash_dir: a second checkout of the same sources compiles from the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
endif()

set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")

add_library(smartca_flags INTERFACE)
target_compile_options(smartca_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Werror=return-type
    -fstack-protector-strong)
if(NOT SMARTCA_SANITIZE AND NOT SMARTCA_FUZZ)
    target_compile_options(smartca_flags INTERFACE $<$<CONFIG:RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
endif()
target_link_options(smartca_flags INTERFACE -Wl,-z,relro -Wl,-z,now)
target_include_directories(smartca_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
if(SMARTCA_FAILPOINTS)
    target_compile_definitions(smartca_flags INTERFACE SMARTCA_FAILPOINTS)
endif()
if(SMARTCA_SANITIZE)
    target_compile_options(smartca_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(smartca_flags INTERFACE -fsanitize=address,undefined)
endif()
if(SMARTCA_FUZZ)
    target_compile_options(smartca_flags INTERFACE -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
    target_link_options(smartca_flags INTERFACE -fsanitize=address,undefined)
endif()

# smartca_library(base SOURCES a.cpp b.cpp LINKS smartca_x Foo::Foo): the library smartca_<name>.
function(smartca_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(smartca_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(smartca_${name} PUBLIC smartca_flags ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# smartca_executable(name SOURCES … LINKS …): an executable in build/<preset>/bin.
function(smartca_executable name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE smartca_flags ${ARG_LINKS})
endfunction()

# smartca_test(name SOURCES … LINKS … LABELS unit [ARGS …]): one GoogleTest executable, every test of it known to CTest by its own name.
function(smartca_test name)
    cmake_parse_arguments(ARG "SERIAL" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE smartca_flags ${ARG_LINKS} GTest::gtest GTest::gmock GTest::gtest_main)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(properties LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77)
    if(ARG_ENVIRONMENT)
        list(APPEND properties ENVIRONMENT "${ARG_ENVIRONMENT}")
    endif()
    if(ARG_SERIAL)
        list(APPEND properties RUN_SERIAL TRUE)
    endif()
    if("unit" IN_LIST ARG_LABELS OR "journey" IN_LIST ARG_LABELS OR "flow" IN_LIST ARG_LABELS)
        add_dependencies(sanitized-tests ${name}) # what the asan preset builds and runs
    endif()
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 PROPERTIES ${properties})
endfunction()

add_custom_target(sanitized-tests)
include(GoogleTest)
find_package(GTest REQUIRED)
