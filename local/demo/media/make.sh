#!/bin/sh
# Makes the film of the demo anew: a tone that climbs for twenty seconds, seen as its spectrum. The
# captions beside it are written by hand; whoever changes the film changes them too.
set -eu
cd "$(dirname "$0")"
ffmpeg -nostdin -v error -y \
  -f lavfi -i "aevalsrc='0.3*sin(2*PI*(110*t+22*t*t))':d=20:s=44100" \
  -filter_complex "[0:a]asplit[heard][drawn];[drawn]showcqt=s=640x360:r=12:axis=1[seen]" \
  -map "[seen]" -map "[heard]" \
  -c:v libx264 -preset slow -crf 32 -pix_fmt yuv420p -c:a aac -b:a 48k -movflags +faststart \
  -t 20 climbing-tone.mp4
