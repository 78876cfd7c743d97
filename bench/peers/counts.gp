\\ T and G in PARI/GP, for bench/counts.ts, which sets task ("T" or "G"), width and total, and then reads this.
\\ Prints milliseconds and the answer modulo 10^9 + 7.
surjections(r, m) = r! * stirling(m, r, 2);
subspaces(r, m) = {
  my(sum = 0, choices = 1);
  for(n = r, m, sum += choices * stirling(m, n, 2); choices = choices * (n + 1) / (n + 1 - r));
  r! * sum
};
\\ The clock has whole milliseconds: repeat until a fifth of a second has gone.
{
  my(start = getwalltime(), runs = 0, answer);
  until(getwalltime() - start > 200,
    answer = if(task == "T", subspaces(width, total), surjections(width, total));
    runs++);
  print(1.0 * (getwalltime() - start) / runs, " ", answer % 1000000007)
};
