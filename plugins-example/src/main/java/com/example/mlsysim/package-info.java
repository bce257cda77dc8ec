/**
 * Three questions about hardware, each answered in one file.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><th>tier</th><th>resolver</th><th>law</th></tr>
 *   <tr><td>model</td><td>{@link com.example.mlsysim.PowerEfficiencyModel}</td><td>e = P / TDP</td></tr>
 *   <tr><td>solver</td><td>{@link com.example.mlsysim.RequiredBandwidthSolver}</td><td>B = N b / t</td></tr>
 *   <tr><td>optimizer</td><td>{@link com.example.mlsysim.CheapestHardwareOptimizer}</td><td>min price, P &ge; P*</td></tr>
 * </table>
 *
 * <p>Start with the model: it is the shortest.
 */
@NullMarked
package com.example.mlsysim;

import org.jspecify.annotations.NullMarked;
