/**
 * JMH benchmarks.
 *
 * <table>
 *   <caption>What is measured</caption>
 *   <tr><th>Benchmark</th><th>Question</th></tr>
 *   <tr><td>{@link org.mlsysim.benchmarks.EngineBenchmark}</td>
 *       <td>what an answer on one device costs, with quantities and without</td></tr>
 *   <tr><td>{@link org.mlsysim.benchmarks.PipelineBenchmark}</td>
 *       <td>what a pipeline adds to a stage</td></tr>
 *   <tr><td>{@link org.mlsysim.benchmarks.JsonBenchmark}</td>
 *       <td>what an answer costs from JSON to JSON</td></tr>
 *   <tr><td>{@link org.mlsysim.benchmarks.KernelAllocationBenchmark}</td>
 *       <td>that the laws allocate nothing</td></tr>
 * </table>
 *
 * <p>From the root of the checkout; {@code jmh.arguments} are JMH's own:
 *
 * <pre>
 * mvn package -pl mlsysim-benchmarks -am -DskipTests -Djmh.skip=false \
 *     -Djmh.arguments="PipelineBenchmark"
 * mvn package -pl mlsysim-benchmarks -am -DskipTests -Djmh.skip=false \
 *     -Djmh.arguments="KernelAllocationBenchmark -prof gc"
 * </pre>
 *
 * <p>The benchmarks run on the class path, in a JVM of their own ({@code java -cp ...
 * org.openjdk.jmh.Main}).
 */
@NullMarked
package org.mlsysim.benchmarks;

import org.jspecify.annotations.NullMarked;
