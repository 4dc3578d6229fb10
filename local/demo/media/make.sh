#!/bin/sh
# Makes the film and the pictures of the demo anew. The film is a tone that climbs for twenty
# seconds, seen as its spectrum. The captions beside it are written by hand; whoever changes the
# film changes them too.
set -eu
cd "$(dirname "$0")"
ffmpeg -nostdin -v error -y \
  -f lavfi -i "aevalsrc='0.3*sin(2*PI*(110*t+22*t*t))':d=20:s=44100" \
  -filter_complex "[0:a]asplit[heard][drawn];[drawn]showcqt=s=640x360:r=12:axis=1[seen]" \
  -map "[seen]" -map "[heard]" \
  -c:v libx264 -preset slow -crf 32 -pix_fmt yuv420p -c:a aac -b:a 48k -movflags +faststart \
  -t 20 climbing-tone.mp4

# The pictures the courses are shown with, drawn by ffmpeg alone.
picture() {
  out=$1
  shift
  ffmpeg -nostdin -v error -y "$@" -frames:v 1 -update 1 -q:v 5 "$out"
}
picture signals.cover.jpg -f lavfi -i "aevalsrc='0.6*sin(2*PI*3*t)*exp(-t/2)+0.15*sin(2*PI*40*t)':d=4:s=8000" \
  -filter_complex "color=c=0x10243e:s=960x540[back];[0:a]showwavespic=s=960x540:colors=0x6fd3ff[drawn];[back][drawn]overlay"
picture noticias.cover.jpg -f lavfi -i "cellauto=rule=30:s=240x135:seed=7" \
  -vf "negate,lutrgb=r='val*0.9+20':g='val*0.55+40':b='val*0.35+60',scale=960:540:flags=neighbor"
picture rtl.cover.jpg -f lavfi -i "gradients=s=960x540:c0=0xf4c95d:c1=0xd1495b:c2=0x2e4057:n=3:type=spiral:seed=3"
picture spectrum.cover.jpg -ss 12 -i climbing-tone.mp4 -vf "scale=960:540"
picture cafe.cover.jpg -f lavfi -i "gradients=s=960x540:c0=0xe9d8c0:c1=0x8a5a35:c2=0x2b1710:n=3:type=radial:seed=5"
picture graficos.cover.jpg -f lavfi -i "aevalsrc='0.9*sin(2*PI*0.5*t)*sin(2*PI*6*t)':d=4:s=8000" \
  -filter_complex "color=c=0xfaf3e3:s=960x540[back];[0:a]showwavespic=s=960x540:colors=0xd1495b[drawn];[back][drawn]overlay"
