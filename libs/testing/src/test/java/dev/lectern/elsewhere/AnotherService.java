package dev.lectern.elsewhere;

/// Stands for a service that none may know.
public class AnotherService {}
