#ifndef COUNTYFLOW_CGLPK_SHIM_H
#define COUNTYFLOW_CGLPK_SHIM_H

#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

/* GLPK ends the process when it is misused or runs out of memory, unless an error hook leaves by
   longjmp. Swift must not be jumped over, so that everything between setjmp and longjmp is here. */

/* A mixed-integer program; indices count from 1, so element 0 of each array is not read. */
typedef struct {
  int rows;
  int columns;
  int elements;
  /* Row, column and coefficient of each element that is not zero. */
  const int *row;
  const int *column;
  const double *coefficient;
  /* Bounds; a lower bound equal to the upper one fixes, infinite ones are free. */
  const double *rowLower;
  const double *rowUpper;
  const double *columnLower;
  const double *columnUpper;
  const double *cost;
  /* Not zero where a column must be whole. */
  const int *isWhole;
  int maximises;
  int milliseconds;
} countyflow_glpk_program;

typedef enum __attribute__((enum_extensibility(closed))) {
  countyflow_glpk_optimal,
  countyflow_glpk_feasible,
  countyflow_glpk_timeout,
  countyflow_glpk_infeasible,
  countyflow_glpk_failed
} countyflow_glpk_ending;

typedef struct {
  countyflow_glpk_ending ending;
  double objective;
  /* What no solution can beat. */
  double bound;
} countyflow_glpk_answer;

static inline void countyflow_glpk_leave(void *place) { longjmp(*(jmp_buf *)place, 1); }

/* Not zero: the text has been dealt with, nothing is printed. */
static inline int countyflow_glpk_silence(void *nobody, const char *text) {
  (void)nobody;
  (void)text;
  return 1;
}

static inline void countyflow_glpk_watch(glp_tree *tree, void *bound) {
  int best = glp_ios_best_node(tree);
  if (best != 0) *(double *)bound = glp_ios_node_bound(tree, best);
}

static inline int countyflow_glpk_kind(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (lower < -1e300) return upper > 1e300 ? GLP_FR : GLP_UP;
  return upper > 1e300 ? GLP_LO : GLP_DB;
}

static inline glp_prob *countyflow_glpk_build(const countyflow_glpk_program *program) {
  glp_prob *problem = glp_create_prob();
  glp_set_obj_dir(problem, program->maximises ? GLP_MAX : GLP_MIN);
  if (program->rows > 0) glp_add_rows(problem, program->rows);
  if (program->columns > 0) glp_add_cols(problem, program->columns);
  for (int i = 1; i <= program->rows; i++) {
    double low = program->rowLower[i], high = program->rowUpper[i];
    glp_set_row_bnds(problem, i, countyflow_glpk_kind(low, high), low, high);
  }
  for (int j = 1; j <= program->columns; j++) {
    double low = program->columnLower[j], high = program->columnUpper[j];
    glp_set_col_bnds(problem, j, countyflow_glpk_kind(low, high), low, high);
    glp_set_obj_coef(problem, j, program->cost[j]);
    if (program->isWhole[j]) glp_set_col_kind(problem, j, GLP_IV);
  }
  glp_load_matrix(problem, program->elements, program->row, program->column,
                  program->coefficient);
  return problem;
}

static inline countyflow_glpk_answer countyflow_glpk_search(glp_prob *problem, int milliseconds,
                                                            double *values) {
  countyflow_glpk_answer answer = {countyflow_glpk_failed, 0, 0};
  glp_smcp relaxed;
  glp_init_smcp(&relaxed);
  relaxed.msg_lev = GLP_MSG_OFF;
  relaxed.meth = GLP_DUALP;
  relaxed.tm_lim = milliseconds;
  int code = glp_simplex(problem, &relaxed);
  if (code == GLP_ETMLIM) {
    answer.ending = countyflow_glpk_timeout;
    return answer;
  }
  if (code != 0) return answer;
  if (glp_get_status(problem) != GLP_OPT) {
    answer.ending = countyflow_glpk_infeasible;
    return answer;
  }
  answer.bound = glp_get_obj_val(problem);
  glp_iocp whole;
  glp_init_iocp(&whole);
  whole.msg_lev = GLP_MSG_OFF;
  whole.tm_lim = milliseconds;
  whole.cb_func = countyflow_glpk_watch;
  whole.cb_info = &answer.bound;
  code = glp_intopt(problem, &whole);
  if (code != 0 && code != GLP_ETMLIM) return answer;
  int status = glp_mip_status(problem);
  if (status == GLP_OPT || status == GLP_FEAS) {
    int isProven = status == GLP_OPT && code == 0;
    answer.ending = isProven ? countyflow_glpk_optimal : countyflow_glpk_feasible;
    answer.objective = glp_mip_obj_val(problem);
    if (isProven) answer.bound = answer.objective;
    for (int j = 1; j <= glp_get_num_cols(problem); j++) values[j] = glp_mip_col_val(problem, j);
  } else {
    answer.ending = code == GLP_ETMLIM ? countyflow_glpk_timeout : countyflow_glpk_infeasible;
  }
  return answer;
}

/* Solves a program; `values` takes one number a column. Never prints, never ends the process.

   Arrays come one by one, for Swift lends an array to a call without further ado. */
static inline countyflow_glpk_answer countyflow_glpk_solve(
    int rows, int columns, int elements, const int *row, const int *column,
    const double *coefficient, const double *rowLower, const double *rowUpper,
    const double *columnLower, const double *columnUpper, const double *cost, const int *isWhole,
    int maximises, int milliseconds, double *values) {
  countyflow_glpk_program program = {rows,        columns,     elements, row,     column,
                                     coefficient, rowLower,    rowUpper, columnLower,
                                     columnUpper, cost,        isWhole,  maximises, milliseconds};
  countyflow_glpk_answer answer = {countyflow_glpk_failed, 0, 0};
  jmp_buf place;
  glp_term_hook(countyflow_glpk_silence, NULL);
  if (setjmp(place) == 0) {
    glp_error_hook(countyflow_glpk_leave, &place);
    glp_prob *problem = countyflow_glpk_build(&program);
    countyflow_glpk_answer found = countyflow_glpk_search(problem, milliseconds, values);
    glp_delete_prob(problem);
    glp_error_hook(NULL, NULL);
    glp_free_env();
    return found;
  }
  /* Whatever GLPK held goes with its environment. */
  glp_free_env();
  return answer;
}

/* The version of the library that is running. */
static inline const char *countyflow_glpk_version(void) { return glp_version(); }

#endif
