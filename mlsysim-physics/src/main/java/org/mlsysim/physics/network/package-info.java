/**
 * Moving bytes between accelerators: links, collectives and the fleet they run on.
 *
 * <p>Status: experimental. Start at {@link org.mlsysim.physics.network.Collectives}.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.Collectives}</td>
 *       <td>ring, tree and hierarchical all-reduce, all-to-all, point to point</td>
 *       <td><a href="https://doi.org/10.1177/1094342005051521">Thakur et al. 2005</a>,
 *           <a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk and Yuan 2009</a>
 *           </td></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.FleetForm}</td>
 *       <td>which link a group uses, ports shared by a node, the algorithm chosen</td>
 *       <td>definition</td></tr>
 * </table>
 */
package org.mlsysim.physics.network;
