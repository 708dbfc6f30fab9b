using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Servers;

/// <summary>What has to be done for a resource inside a server once the server answers, such as creating a database.</summary>
sealed record InnerResourceAnnotation(Func<CancellationToken, Task> Prepare) : IResourceAnnotation;
