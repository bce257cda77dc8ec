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
 *   <tr><td>{@link org.mlsysim.physics.network.Links}</td>
 *       <td>a transfer, and where start-up stops mattering</td>
 *       <td><a href="https://doi.org/10.1016/S0167-8191(06)80021-9">Hockney 1994</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.AllReduceComparison}</td>
 *       <td>ring, tree and star side by side, their crossover</td>
 *       <td><a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk and Yuan 2009</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.HierarchicalAllReduce}</td>
 *       <td>three phases against one flat ring</td>
 *       <td><a href="https://arxiv.org/abs/1802.05799">Sergeev and Del Balso 2018</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.Topology}</td>
 *       <td>share of the link rate that crosses the middle</td>
 *       <td><a href="https://doi.org/10.1109/TC.1985.6312192">Leiserson 1985</a>,
 *           <a href="https://doi.org/10.1109/ISCA.2008.19">Kim et al. 2008</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.Bisection}</td>
 *       <td>price of oversubscription in the worst placement</td>
 *       <td><a href="https://doi.org/10.1016/j.jpdc.2008.09.002">Patarasuk and Yuan 2009</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.network.Incast}</td>
 *       <td>how fast a port's buffer fills</td>
 *       <td>first principles</td></tr>
 * </table>
 */
package org.mlsysim.physics.network;
