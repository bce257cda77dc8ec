/**
 * A fleet over time: how often it fails, what saving and coming back cost, how jobs wait for it,
 * and what is left as useful work.
 *
 * <p>Status: experimental. Start at {@link org.mlsysim.physics.reliability.JobReliability}.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.FailureRate}</td>
 *       <td>rates of a series, probability of a failure</td>
 *       <td>exponential lifetimes</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.CheckpointInterval}</td>
 *       <td>best interval between checkpoints and its waste</td>
 *       <td><a href="https://doi.org/10.1145/361147.361115">Young 1974</a>,
 *           <a href="https://doi.org/10.1016/j.future.2004.11.016">Daly 2006</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.JobReliability}</td>
 *       <td>goodput of a synchronous job</td>
 *       <td><a href="https://doi.org/10.1145/361147.361115">Young 1974</a>,
 *           <a href="https://doi.org/10.1016/j.future.2004.11.016">Daly 2006</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.Checkpoint}</td>
 *       <td>size, write time and penalty</td>
 *       <td><a href="https://www.usenix.org/conference/nsdi22/presentation/eisenman">Eisenman et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.TieredCheckpoint}</td>
 *       <td>staging on the nodes, draining behind training</td>
 *       <td><a href="https://www.usenix.org/conference/nsdi22/presentation/eisenman">Eisenman et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.Recovery}</td>
 *       <td>cold restart, a day of failures or preemptions</td>
 *       <td>first principles</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.Goodput}</td>
 *       <td>scheduling, runtime and program goodput</td>
 *       <td><a href="https://arxiv.org/abs/2502.06982">Wongpanich et al. 2025</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.reliability.ClusterQueue}</td>
 *       <td>jobs that take the whole cluster in turn (M/D/1)</td>
 *       <td><a href="https://doi.org/10.1287/opre.9.3.383">Little 1961</a></td></tr>
 * </table>
 */
package org.mlsysim.physics.reliability;
