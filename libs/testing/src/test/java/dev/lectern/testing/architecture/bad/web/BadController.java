package dev.lectern.testing.architecture.bad.web;

/// Breaks: closed adapters.
public class BadController {}
