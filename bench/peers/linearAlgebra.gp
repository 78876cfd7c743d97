\\ One determinant, solution or rank by PARI: standard input is this file after two lines that set
\\ task = "det", "solve" or "rank" and data = a matrix (for solve its last column is the right-hand side).
\\ Prints the milliseconds of one run, the mean of as many as fill 5 ms (its clock ticks once a millisecond), and the answer, as the FLINT peer does.
unknowns = if(task == "solve", #data - 1, #data);
A = data[, 1..unknowns];
b = data[, #data];
run() = if(task == "det", matdet(A), task == "rank", matrank(A), matsolve(A, b)[1]);
run();
start = getwalltime(); repeats = 0; spent = 0;
while(spent < 5, answer = run(); repeats++; spent = getwalltime() - start);
print(strprintf("%.6f", spent / repeats), " ", answer);
