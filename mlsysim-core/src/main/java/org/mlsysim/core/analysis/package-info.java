/**
 * Reading a system backwards and sideways: what a target needs, which number matters, what an
 * upgrade buys.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><th>resolver</th><th>law</th></tr>
 *   <tr><td>{@link org.mlsysim.core.analysis.SensitivitySolver}</td>
 *     <td>s_i = (T(x_i (1 + pct / 100)) - T(x_i)) / T(x_i)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.analysis.SynthesisSolver}</td>
 *     <td>bandwidth = traffic / room, rate = ops / (room · efficiency)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.analysis.NetworkRooflineModel}</td>
 *     <td>T = max(compute, gradient exchange)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.analysis.IronLawModel}</td><td>T = m + c + o</td></tr>
 *   <tr><td>{@link org.mlsysim.core.analysis.AmdahlModel}</td>
 *     <td>1 / ((1 - p) + p / s)</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.analysis.SynthesisSolver}; the laws are in {@link
 * org.mlsysim.physics.analysis}.
 */
@NullMarked
package org.mlsysim.core.analysis;

import org.jspecify.annotations.NullMarked;
