package dev.lectern.media.web;

import dev.lectern.common.security.Caller;
import dev.lectern.media.application.CaptionView;
import dev.lectern.media.application.Captioning;
import dev.lectern.media.application.Captioning.Upload;
import dev.lectern.media.application.VideoViews;
import dev.lectern.media.domain.CaptionFormat;
import dev.lectern.media.domain.CaptionLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The captions of a video, for those who teach its course.
@RestController
@RequestMapping("/api/v1/video/{id}/captions/{language}")
class CaptionController {

    private static final String VTT = "text/vtt";
    private static final String SRT = "application/x-subrip";

    private final Captioning captioning;
    private final VideoViews views;

    CaptionController(Captioning captioning, VideoViews views) {
        this.captioning = captioning;
        this.views = views;
    }

    /// Takes captions in WebVTT or SubRip, in the place of those in the same language; what an
    /// engine writes never replaces them. Kept without the notes and styles of their author. 409
    /// `VIDEO_NOT_READY`; 422 `CAPTION_INVALID` with the `line` and the `reason`; 404 for everybody
    /// but those who teach the course.
    ///
    /// @param language a tag of BCP 47, such as `en` or `pt-BR`
    @PutMapping(consumes = {VTT, SRT})
    CaptionView putCaptions(
            @PathVariable UUID id,
            @PathVariable String language,
            @RequestBody String text,
            HttpServletRequest http,
            Caller caller) {
        var spoken = new CaptionLanguage(language);
        captioning.upload(new Upload(id, spoken, formatOf(http.getContentType()), text), caller);
        return views.one(id, Optional.of(caller)).captions().stream()
                .filter(one -> one.language().equals(spoken.tag()))
                .findFirst()
                .orElseThrow();
    }

    /// Takes the captions of one language away; where there are none, none are taken. 404 for
    /// everybody but those who teach the course.
    ///
    /// @param language a tag of BCP 47
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteCaptions(@PathVariable UUID id, @PathVariable String language, Caller caller) {
        captioning.remove(id, new CaptionLanguage(language), caller);
    }

    private static CaptionFormat formatOf(String contentType) {
        return MediaType.valueOf(VTT).isCompatibleWith(MediaType.valueOf(contentType))
                ? CaptionFormat.VTT
                : CaptionFormat.SRT;
    }
}
