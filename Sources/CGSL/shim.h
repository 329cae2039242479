#ifndef COUNTYFLOW_CGSL_SHIM_H
#define COUNTYFLOW_CGSL_SHIM_H

#include <gnu/libc-version.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_version.h>

/* The version of the library that is running, not of the headers; Swift refuses the global itself
   because it is a mutable pointer. */
static inline const char *countyflow_gsl_version(void) { return gsl_version; }

/* Swift refuses the global itself because it is a mutable pointer. */
static inline const gsl_qrng_type *countyflow_sobol(void) { return gsl_qrng_sobol; }

/* As above. */
static inline const gsl_multimin_fminimizer_type *countyflow_simplex(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

#endif
