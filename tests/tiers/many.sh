# many.sh: for the tiers that work on many reports: a folder `$in` of some hundred of them, a table `many.csv` of the
# same, and the scratch folder to work in. Sourced behind lib.sh.
yanhu=$PWD/$BUILD/yanhu
in=$scratch/in
mkdir -p "$in"
for i in $(seq 1 12); do
  mkdir -p "$in/$i"
  for report in "${reports[@]}"; do cp "$report" "$in/$i/$(basename "$report" .txt)-$i.txt"; done
done
{ echo name,text
  for i in $(seq 1 12); do
    for report in "${reports[@]}"; do printf '%s-%d,"%s"\n' "$(basename "$report" .txt)" "$i" "$(sed 's/"/""/g' "$report")"; done
  done; } >"$scratch/many.csv"
cd "$scratch" || exit
run() { "$yanhu" run "$@" -q; }

# expect CODE COMMAND…: the exit code, with what the command says kept in `said`.
expect() {
  local wanted=$1; shift
  "$@" >out 2>said
  local code=$?
  [ $code = "$wanted" ] || { echo "exit code $code"; cat said; return 1; }
}
says() { grep -qF -- "$1" said || { echo "does not say: $1"; cat said; return 1; }; }
no_leftovers() { ! ls -A | grep -q '^\.[^.]'; }
