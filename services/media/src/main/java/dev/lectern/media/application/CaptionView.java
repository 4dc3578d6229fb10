package dev.lectern.media.application;

import dev.lectern.media.domain.CaptionSource;
import java.net.URI;

/// Captions in one language.
///
/// @param language a tag of BCP 47
/// @param label the name of the language, in that language
/// @param url the signed address of the WebVTT
/// @param source UPLOADED by somebody who teaches the course, or written by an ENGINE
/// @param status READY: what cannot be shown is not listed
public record CaptionView(
        String language, String label, URI url, CaptionSource source, String status) {}
