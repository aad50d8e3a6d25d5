/** What free connections take: on the heap, and natively. */
package io.kaagent.benchmark.memory;
