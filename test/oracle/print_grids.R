# Prints random arrays as R does, one JSON object a line: Rscript test/oracle/print_grids.R > test/fixtures/text/grid/r.jsonl
# Values have few enough digits that the prints hold all of them. Data in row-major order, slices first.

set.seed(51)
escape <- function(text) gsub("\n", "\\\\n", gsub("\"", "\\\\\"", gsub("\\\\", "\\\\\\\\", text)))

row_major <- function(x) {
  d <- dim(x)
  if (is.null(d)) return(as.vector(x))
  n <- length(d)
  if (n == 2) return(as.vector(t(x)))
  as.vector(aperm(x, c(2, 1, seq(3, n))))
}

numbers <- function(x) paste(ifelse(is.na(x), "\"nan\"", ifelse(is.infinite(x), ifelse(x > 0, "\"inf\"", "\"-inf\""),
  format(x, digits = 15, trim = TRUE, scientific = FALSE))), collapse = ",")

for (i in seq_len(160)) {
  kind <- i %% 5
  shape <- list(c(5), c(30), c(2, 3), c(4, 1), c(1, 4), c(3, 12), c(2, 3, 2), c(2, 2, 2, 3))[[i %% 8 + 1]]
  size <- prod(shape)
  x <- switch(kind + 1, round(rnorm(size), 2), round(rnorm(size) * 20), round(runif(size), 3), round(rnorm(size) * 1000, 1), round(-rexp(size), 4))
  if (i %% 11 == 0) x[1] <- Inf
  if (length(shape) > 1) dim(x) <- shape
  options(width = c(80, 40, 60)[i %% 3 + 1], digits = 7)
  text <- paste(capture.output(print(x)), collapse = "\n")
  dims <- if (length(shape) > 2) c(rev(shape[-(1:2)]), shape[1:2]) else shape
  cat(sprintf("{\"about\":\"%d\",\"shape\":[%s],\"data\":[%s],\"text\":\"%s\"}\n", i, paste(dims, collapse = ","), numbers(row_major(x)), escape(text)))
}
