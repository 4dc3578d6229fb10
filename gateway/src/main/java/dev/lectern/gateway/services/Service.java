package dev.lectern.gateway.services;

import java.net.URI;
import java.util.List;

/// One service as `services.yaml` lists it.
///
/// @param segments the first path segments below `/api/v1` that are its own
public record Service(String name, URI address, List<String> segments) {}
