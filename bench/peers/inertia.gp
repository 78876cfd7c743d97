\\ Inertia of symmetric integer matrices by PARI: standard input is this file after a line that sets list to a vector of
\\ matrices. Prints the milliseconds that qfsign takes for all of them, the mean of as many runs as fill 5 ms (its clock
\\ ticks once a millisecond), and the inertia of each as positive,negative,zero.
inertia(A) = if(#A == 0, [0, 0], qfsign(A));
run() = vector(#list, index, inertia(list[index]));
start = getwalltime(); repeats = 0; spent = 0;
while(spent < 5, signs = run(); repeats++; spent = getwalltime() - start);
answer = vector(#list, index, [signs[index][1], signs[index][2], #list[index] - signs[index][1] - signs[index][2]]);
print(strprintf("%.6f", spent / repeats), " ", strjoin([strjoin(apply(number -> Str(number), one), ",") | one <- answer], " "));
