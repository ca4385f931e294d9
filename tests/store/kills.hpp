// Work in another process that is killed in the middle: at an operation of the disk, so that the speed of the machine
// does not matter.
#pragma once

#include <chrono>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/faults.hpp"
#include "tests/store/place.hpp"

namespace chelate::test {

/// Returns how many writes, truncations and syncs some work takes.
template <class Work>
std::int64_t operations_of(Work work) {
    return std::stoll(in_child([&] {
        const FaultyDisk disk;
        work();
        return std::to_string(faults.operations);
    }));
}

/// Does some work in another process, which is killed before an operation of the disk, or some time after that.
/// @param operation index of the operation, from 0
/// @returns whether it was killed; false when the work ended first
template <class Work>
bool killed(Work work, std::int64_t operation, std::chrono::microseconds later = {}) {
    const pid_t child = ::fork();
    if (child == 0) {
        const FaultyDisk disk;
        faults.dies_at = operation;
        faults.dies_later = later;
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

} // namespace chelate::test
