import ArgumentParser
struct Plan: ParsableCommand {}
struct Explain: ParsableCommand {}
