#!/bin/sh
# Makes the films and the pictures of the demo anew. A film is a sound, seen as its spectrum. The
# captions beside it are written by hand; whoever changes the film changes them too.
set -eu
cd "$(dirname "$0")"

# film <file> <seconds> <filters that make the sound [a]>
film() {
  ffmpeg -nostdin -v error -y \
    -filter_complex "$3;[a]aformat=channel_layouts=mono,asplit[heard][drawn];[drawn]showcqt=s=640x360:r=12:axis=1[seen]" \
    -map "[seen]" -map "[heard]" \
    -c:v libx264 -preset slow -crf 32 -pix_fmt yuv420p -c:a aac -b:a 48k -movflags +faststart \
    -t "$2" "$1"
}
# A tone that climbs.
film climbing-tone.mp4 20 "aevalsrc='0.3*sin(2*PI*(110*t+22*t*t))':d=20:s=44100[a]"
# The same noise four times, each time recorded at a lower rate.
noise() {
  echo "anoisesrc=d=6:c=pink:r=$1:a=0.4:seed=7,aresample=44100"
}
film four-rates.mp4 24 "$(noise 44100)[n1];$(noise 16000)[n2];$(noise 8000)[n3];$(noise 4000)[n4];[n1][n2][n3][n4]concat=n=4:v=0:a=1[a]"
# Only 8,000 samples a second of a tone that climbs to 8,160 Hz.
film alias.mp4 24 "aevalsrc='0.3*sin(2*PI*170*t*t)':d=24:s=8000,aresample=44100[a]"
# A tone of 440 Hz as a staircase of 4,000 steps a second, then the curve through its dots.
film staircase.mp4 24 "aevalsrc='0.3*sin(2*PI*440*floor(t*4000)/4000)':d=12:s=44100[held];aevalsrc='0.3*sin(2*PI*440*t)':d=12:s=44100[curve];[held][curve]concat=n=2:v=0:a=1[a]"
# Two tones; then 5,000 samples a second of both; then of what a filter has left.
film halving.mp4 24 "aevalsrc='0.2*sin(2*PI*300*t)+0.2*sin(2*PI*3000*t)':d=8:s=44100[both];aevalsrc='0.2*sin(2*PI*300*t)+0.2*sin(2*PI*3000*t)':d=8:s=5000,aresample=44100[folded];aevalsrc='0.2*sin(2*PI*300*t)':d=8:s=5000,aresample=44100[clean];[both][folded][clean]concat=n=3:v=0:a=1[a]"

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

# Small ones, for courses that are mostly text.
gradient() {
  picture "$1" -f lavfi -i "gradients=s=960x540:c0=$2:c1=$3:c2=$4:n=3:type=$5:seed=$6" -q:v 8
}
gradient backup.cover.jpg 0x0b132b 0x1c2541 0x5bc0be linear 11
gradient hojas.cover.jpg 0x2d6a4f 0x95d5b2 0xf1faee radial 4
gradient letters.cover.jpg 0xfefae0 0xdda15e 0x283618 spiral 8
gradient preco.cover.jpg 0xffd166 0xef476f 0x073b4c linear 2
gradient samba.cover.jpg 0xffbe0b 0xfb5607 0x3a86ff circular 9
gradient khatt.cover.jpg 0xf8f4e3 0x706c61 0x1b1b1e radial 3
gradient datasheet.cover.jpg 0x10002b 0x5a189a 0xe0aaff linear 6

# What people are shown with: nobody's face.
picture ines.avatar.jpg -f lavfi -i "gradients=s=256x256:c0=0xffd166:c1=0xef476f:c2=0x073b4c:n=3:type=circular:seed=21" -q:v 8
