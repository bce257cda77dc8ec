/**
 * Workloads: what an accelerator is asked to do.
 *
 * <p>{@link org.mlsysim.api.workload.Workload} is an open family. Registered ones are looked up by
 * {@code Catalogs.installed().of(Workload.class)}; a written-out one names its kind in {@code
 * type}:
 *
 * <table>
 * <caption>Kinds of workload</caption>
 * <tr><th>kind</th><th>also read</th><th>record</th></tr>
 * <tr><td>transformer</td><td>TransformerWorkload</td>
 *   <td>{@link org.mlsysim.api.workload.TransformerWorkload}</td></tr>
 * <tr><td>sparse-transformer</td><td>SparseTransformerWorkload</td>
 *   <td>{@link org.mlsysim.api.workload.SparseTransformerWorkload}</td></tr>
 * <tr><td>cnn</td><td>CNNWorkload</td><td>{@link org.mlsysim.api.workload.CnnWorkload}</td></tr>
 * <tr><td>state-space</td><td>SSMWorkload</td>
 *   <td>{@link org.mlsysim.api.workload.StateSpaceWorkload}</td></tr>
 * <tr><td>diffusion</td><td>DiffusionWorkload</td>
 *   <td>{@link org.mlsysim.api.workload.DiffusionWorkload}</td></tr>
 * <tr><td>embodied</td><td>EmbodiedWorkload</td>
 *   <td>{@link org.mlsysim.api.workload.EmbodiedWorkload}</td></tr>
 * <tr><td>workload</td><td>Workload</td>
 *   <td>{@link org.mlsysim.api.workload.GenericWorkload}</td></tr>
 * </table>
 */
@NullMarked
package org.mlsysim.api.workload;

import org.jspecify.annotations.NullMarked;
