/**
 * The conformance kit: what every resolver keeps, whoever wrote it.
 *
 * <table>
 *   <caption>Rules</caption>
 *   <tr><th>rule</th><th>holds</th></tr>
 *   <tr><td>required_r01</td><td>equal inputs give equal results, also from eight threads</td></tr>
 *   <tr><td>required_r02</td><td>every declared output is present, in its dimension, finite</td></tr>
 *   <tr><td>required_r03</td><td>what is missing or outside its range is refused by name</td></tr>
 *   <tr><td>required_r04</td><td>the same quantity in another unit gives the same result</td></tr>
 *   <tr><td>required_r05</td><td>the result survives its text form; ports are documented</td></tr>
 *   <tr><td>required_r06</td><td>solvers invert their model; optimizers report their search</td></tr>
 *   <tr><td>required_r07</td><td>an explanation reproduces the result to the last bit</td></tr>
 *   <tr><td>optional_r20</td><td>outputs move only in the declared direction</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.testkit.ResolverConformance} in a test class, at {@link
 * org.mlsysim.testkit.Conformance} anywhere else. {@link org.mlsysim.testkit.Cases} generates
 * seeded inputs for property tests; {@link org.mlsysim.testkit.PairedEvents} proves that a pipeline
 * tells its listeners every end.
 */
@NullMarked
package org.mlsysim.testkit;

import org.jspecify.annotations.NullMarked;
