# Sourced by run.sh: the whole life of four documents over REST, from issue to closing. A questioning record is altered and signed on every page at a
# tablet; a writ is left with a recipient who refuses it; an inspection is recorded without the party, before a witness; a penalty decided on the spot is
# refused by the party, and a witness signs and presses a finger. Each step must only append, and each document must be closed and pass verification. Uses url, work, header, cell, writs and failed of run.sh; documents are left in out/life-*.pdf.

# life TITLE NAME: runs the function NAME and prints its line.
life() {
  local title="$1 $2" started status
  writs=$((writs + 1)); started=$(date +%s%3N); : > "$work/verify"
  # Outside of any condition, where bash would not stop at the first failure.
  set +e; ( set -e; "$2" ) > "$work/life.log" 2>&1; status=$?; set -e
  if [ "$status" -eq 0 ] && [ "$(header "$work/verify" Writ-Verdict)" = passed ]; then
    mv "$work/document.pdf" "out/life-$2.pdf"
    printf '%s%8s%10s%9s  %s\n' "$(cell "$title" 56)" "$(header "$work/headers" Writ-Pages)" "$(stat -c %s "out/life-$2.pdf")" "$(( $(date +%s%3N) - started ))" "closed, passed"
  else
    failed=$((failed + 1))
    printf '%s%8s%10s%9s  %s\n' "$(cell "$title" 56)" - - "$(( $(date +%s%3N) - started ))" "$(tail -c 600 "$work/life.log") $(header "$work/verify" Writ-Verdict)"
  fi
}

questioned() {
  issue xunwen-bilu three-pages default
  local party='"person":{"name":"王海涛"}' pages
  pages=$(header "$work/headers" Writ-Pages)
  [ "$pages" -eq 3 ] || { echo "three-pages has $pages pages"; return 1; }
  tablet alteration '{"slots":["alteration-1"],'"$party"',"given":{"page":1,"old":"大专文化","new":"本科文化"}}' '"ink":'"$(ink 王海涛)"
  tablet signature '{"slots":["person","statement"],'"$party"'}' "$(every_page "$pages" 王海涛)"',"phrase":{"text":"以上笔录我已看过，与我说的一致。","ink":'"$(ink 以上笔录我已看过与我说的一致)"'},"fingerprint":'"$(finger)"
  tablet signature '{"slots":["officer-1"],"person":{"name":"周建平","certificateNumber":"22050115023"}}' "$(every_page "$pages" 周建平)"
  tablet signature '{"slots":["officer-2"],"person":{"name":"李思远","certificateNumber":"22050115047"}}' "$(every_page "$pages" 李思远)"
  close
}

left() {
  issue songda-huizheng left-with-witness tonghua
  local witness='"name":"刘国强","unit":"民主社区居民委员会主任"'
  record '{"act":"delivery","mode":"left","slots":["recipient"],"person":{"name":"孙玉芬"},"at":"'"$(now)"'","reason":"认为处罚过重，拒绝签收","leftAt":"文书留置于收银台",
    "officers":[{"name":"张立新","certificateNumber":"22050012016"},{"name":"高洁","certificateNumber":"22050012033"}],"witness":{'"$witness"'},"recordings":['"$(recording 留置送达)"']}'
  record '{"act":"witness-statement","slots":["witness"],"person":{'"$witness"',"ink":'"$(ink 刘国强)"'},"at":"'"$(now)"'","statement":"见证留置送达"}'
  tablet signature '{"slots":["server-1"],"person":{"name":"张立新","certificateNumber":"22050012016"}}' "$(every_page 1 张立新)"
  tablet signature '{"slots":["server-2"],"person":{"name":"高洁","certificateNumber":"22050012033"}}' "$(every_page 1 高洁)"
  close
}

absent() {
  issue xianchang-bilu maximal tonghua
  local witness='"name":"刘国强","unit":"民主社区居民委员会主任"' pages
  pages=$(header "$work/headers" Writ-Pages)
  record '{"act":"absence","slots":["party"],"person":{"name":"云岭市鑫源食品有限公司"},"at":"'"$(now)"'","reason":"法定代表人在外地","notified":"已电话通知，未到场",
    "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}],"witness":{'"$witness"'},"recordings":['"$(recording 现场检查)"']}'
  record '{"act":"witness-statement","slots":["witness"],"person":{'"$witness"',"ink":'"$(ink 刘国强)"'},"at":"'"$(now)"'","statement":"见证现场检查"}'
  tablet signature '{"slots":["officer-1"],"person":{"name":"周建平","certificateNumber":"22050115023"}}' "$(every_page "$pages" 周建平)"
  tablet signature '{"slots":["officer-2"],"person":{"name":"李思远","certificateNumber":"22050115047"}}' "$(every_page "$pages" 李思远)"
  close
}

refused() {
  # Decided, refused and witnessed in one go: its example bears the time at which it is lived.
  local at; at=$(now)
  issue dangchang-xingzheng-chufa-juedingshu ordinary default "s/(\"(conductAt|decidedAt)\": *\")[^\"]*/\1${at:0:16}/; s/(\"issuedOn\": *\")[^\"]*/\1${at:0:10}/; s/〔[0-9]+〕/〔${at:0:4}〕/"
  tablet signature '{"slots":["officer-1"],"person":{"name":"周建平","certificateNumber":"22050115023"}}' '"ink":'"$(ink 周建平)"
  tablet signature '{"slots":["officer-2"],"person":{"name":"李思远","certificateNumber":"22050115047"}}' '"ink":'"$(ink 李思远)"
  record '{"act":"refusal","slots":["party"],"person":{"name":"李桂芳"},"at":"'"$(now)"'","reason":"认为散装饼干是当天刚拆箱的，不应处罚",
    "officers":[{"name":"周建平","certificateNumber":"22050115023"},{"name":"李思远","certificateNumber":"22050115047"}],
    "witness":{"name":"刘国强","unit":"福安社区居民委员会主任","ink":'"$(ink 刘国强)"',"fingerprint":'"$(finger)"'},"recordings":['"$(recording 当场处罚)"']}'
  close
}

# --- what a step does -------------------------------------------------------------------------------------------------------------------

issue() { # PACK EXAMPLE PROFILE [WHAT SED CHANGES IN THE EXAMPLE]
  ask "$url/v1/packs/$1/examples/$2?profile=$3"
  { printf '{"profile":"%s","data":' "$3"; sed -E "${4:-}" "$work/answer"; printf '}'; } > "$work/request.json"
  ask -D "$work/headers" -H 'Content-Type: application/json' --data-binary @"$work/request.json" "$url/v1/packs/$1/documents?seal=bureau"
  mv "$work/answer" "$work/document.pdf"
}

record() { # ATTESTATION
  printf '%s' "$1" > "$work/act.json"
  ask -F "document=@$work/document.pdf;type=application/pdf" -F "attestation=@$work/act.json;type=application/json" "$url/v1/documents/attest"
  grown
}

tablet() { # ACT TICKET MEMBERS: the desk asks for a ticket, the tablet trades it and the ink for a capture, the desk records the capture
  printf '%s' "$2" > "$work/ticket.json"
  ask -F "document=@$work/document.pdf;type=application/pdf" -F "ticket=@$work/ticket.json;type=application/json" "$url/v1/signing-tickets"
  printf '{"ticket":"%s","act":"%s","at":"%s","shown":"%s","reading":{"seconds":90},"device":{"name":"办案平板-03"},%s}' \
    "$(member ticket)" "$1" "$(now)" "$(sha256sum "$work/document.pdf" | cut -d ' ' -f 1)" "$3" > "$work/body.json"
  ask -H 'Content-Type: application/json' --data-binary @"$work/body.json" "$url/v1/captures"
  member capture > "$work/capture"
  ask -F "document=@$work/document.pdf;type=application/pdf" -F "capture=<$work/capture" "$url/v1/documents/attest"
  grown
}

close() {
  ask -H 'Content-Type: application/pdf' --data-binary @"$work/document.pdf" "$url/v1/documents/close"
  grown
  ask -D "$work/verify" -H 'Content-Type: application/pdf' --data-binary @"$work/document.pdf" "$url/v1/documents/verify"
}

ask() { curl -sS --fail-with-body -o "$work/answer" "$@" || { cat "$work/answer"; return 1; }; }

grown() { cmp -n "$(stat -c %s "$work/document.pdf")" "$work/document.pdf" "$work/answer"; mv "$work/answer" "$work/document.pdf"; }

member() { sed -n "s/^{.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/answer"; }

now() { date -u -d '+8 hours' +%FT%T+08:00; }

recording() { # WHAT IT SHOWS
  printf '{"fileId":"AV-%s","device":"执法记录仪 DSJ-07","recorder":"高洁","start":"%s","end":"%s","place":"现场","actRecorded":"%s","sha256":"%s","store":"执法资料库","storedAt":"%s"}' \
    "$(date -u +%Y%m%d)" "$(date -u -d '+7 hours' +%FT%T+08:00)" "$(date -u -d '+8 hours -10 minutes' +%FT%T+08:00)" "$1" "$(printf %s "$1" | sha256sum | cut -d ' ' -f 1)" "$(now)"
}

finger() { printf '{"finger":"right-index","image":"%s"}' "$(base64 -w 0 tests/fingerprint.png)"; }

every_page() { # PAGES NAME
  local page list='' hand; hand=$(ink "$2")
  for page in $(seq "$1"); do list+="${list:+,}{\"page\":$page,\"ink\":$hand}"; done
  printf '"inks":[%s]' "$list"
}

# Ink as a pen leaves it: the strokes of each character in their order, a little unsteady, with time and pressure; the same for the same name.
ink() {
  local i
  for ((i = 0; i < ${#1}; i++)); do grep "^${1:i:1} " tests/corpus/handwriting/strokes.txt || { echo "no strokes of ${1:i:1}" >&2; return 1; }; done |
    awk -v seed="$(printf %s "$1" | cksum | cut -d ' ' -f 1)" 'function unsteady(most) { s = (s * 16807) % 2147483647; return most * (s % 2001 - 1000) / 1000 }
      # The point of a curve through b and c, a part t of the way, where a comes before and d after (Catmull and Rom).
      function through(a, b, c, d, t) { return b + t * (c - a + t * (2*a - 5*b + 4*c - d + t * (3*b - 3*c + d - a))) / 2 }
      BEGIN { s = seed % 2147483646 + 1; time = 1000; printf "{\"format\":\"signature_pad\",\"data\":[" }
      {
        turn = unsteady(0.07); size = 1 + unsteady(0.08); left = (NR - 1) * 84 + unsteady(5); top = 10 + unsteady(6)
        strokes = split(substr($0, index($0, " ") + 1), stroke, ";")
        for (k = 1; k <= strokes; k++) {
          n = split(stroke[k], at, " ")
          for (i = 1; i <= n; i++) {
            split(at[i], xy, ",")
            # Written by hand, a line rises a little to the right and leans.
            x[i] = left + size * (xy[1] - turn * xy[2] - 0.06 * (xy[2] - 50)) + unsteady(1.5); y[i] = top + size * (xy[2] + turn * xy[1] - 0.08 * (xy[1] - 50)) + unsteady(1.5)
          }
          x[0] = x[1]; y[0] = y[1]; x[n + 1] = x[n]; y[n + 1] = y[n]
          printf "%s{\"points\":[", first++ ? "," : ""
          for (i = 1; i < n; i++) for (p = (i > 1); p <= 4; p++) {
            done = (i - 1 + p / 4) / (n - 1); time += 12
            printf "%s{\"x\":%.1f,\"y\":%.1f,\"time\":%d,\"pressure\":%.2f}", (i > 1 || p ? "," : ""),
              through(x[i-1], x[i], x[i+1], x[i+2], p / 4), through(y[i-1], y[i], y[i+1], y[i+2], p / 4), time, 0.35 + 0.4 * (1 - done) + 0.2 * done * (1 - done)
          }
          printf "]}"; time += 110
        }
      }
      END { printf "]}" }'
}
