/**
 * What a benchmark leaves: one file of JSON with every figure, one of Markdown with tables, and curves as SVG. Knows no benchmark.
 */
package io.kaagent.benchmark.results;
