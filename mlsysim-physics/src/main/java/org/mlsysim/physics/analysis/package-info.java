/**
 * Reading a system backwards and sideways: what an upgrade buys, what a target needs, which number
 * matters most.
 *
 * <p>Status: experimental.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.analysis.Amdahl}</td>
 *       <td>one faster stage of a path</td>
 *       <td><a href="https://doi.org/10.1145/1465482.1465560">Amdahl 1967</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.analysis.IronLaw}</td>
 *       <td>memory, compute and overhead of a step</td>
 *       <td>Hennessy and Patterson</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.analysis.NetworkRoofline}</td>
 *       <td>compute against gradient exchange</td>
 *       <td><a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk and Yuan 2009</a></td>
 *   </tr>
 *   <tr><td>{@link org.mlsysim.physics.analysis.Sensitivity}</td>
 *       <td>relative change of latency per hardware number</td>
 *       <td><a href="https://doi.org/10.1109/ISPASS.2014.6844463">Ofenbeck et al. 2014</a></td>
 *   </tr>
 *   <tr><td>{@link org.mlsysim.physics.analysis.Synthesis}</td>
 *       <td>hardware that meets a latency</td><td>inverse of the single-node law</td></tr>
 * </table>
 */
package org.mlsysim.physics.analysis;
