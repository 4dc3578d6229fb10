/// Rules of the gateway, tried against a running one with a real Redis, a small identity provider
/// and services that keep what they receive.
package dev.lectern.gateway;
