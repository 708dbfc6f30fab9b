using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Servers;

/// <summary>Names the volume a container keeps its data in; this machine's binaries have a folder instead.</summary>
sealed record DataVolumeAnnotation(string Name) : IResourceAnnotation;
