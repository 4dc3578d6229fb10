package dev.lectern.media.web;

import dev.lectern.common.security.Caller;
import dev.lectern.media.application.VideoView;
import dev.lectern.media.application.VideoViews;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Videos and what a player needs of them.
@RestController
@RequestMapping("/api/v1/video/{id}")
class VideoController {

    private static final String PLAYLIST = "application/vnd.apple.mpegurl";

    private final VideoViews views;

    VideoController(VideoViews views) {
        this.views = views;
    }

    /// Shows a video to those who teach its course and who learn it; the video of a preview to
    /// anybody. 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 404 for one that no published course shows.
    @GetMapping
    VideoView getVideo(@PathVariable UUID id, Optional<Caller> caller) {
        return views.one(id, caller);
    }

    /// Answers a playlist itself and sends to the object store for a segment. 302 to the signed
    /// address of a segment; 403 `NOT_ENROLLED` or `LESSON_LOCKED`; 409 `VIDEO_NOT_READY`; 404 for
    /// a video that no published course shows.
    ///
    /// @param file as the playlist above it names it, beginning with `master.m3u8`
    @GetMapping(path = "/hls/{file}", produces = PLAYLIST)
    ResponseEntity<String> getPlaybackFile(
            @PathVariable UUID id, @PathVariable String file, Optional<Caller> caller) {
        if (VideoViews.isPlaylist(file)) {
            return ResponseEntity.ok(views.playlist(id, file, caller));
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(views.segment(id, file, caller))
                .build();
    }
}
