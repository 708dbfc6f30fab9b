using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Servers;

/// <summary>The connection string somebody gave for a resource; nothing is started for it.</summary>
sealed record OutsideConnectionAnnotation(string ConnectionString) : IResourceAnnotation
{
    /// <summary>Reads <c>ConnectionStrings:NAME</c>. Shells cannot export a name with a dash, so an underscore does as well.</summary>
    public static void Find<T>(IResourceBuilder<T> builder) where T : IResource
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        var name = builder.Resource.Name;
        if ((configuration.GetConnectionString(name) ?? configuration.GetConnectionString(name.Replace('-', '_'))) is { Length: > 0 } given)
            builder.WithAnnotation(new OutsideConnectionAnnotation(given));
    }
}

/// <summary>What has to be done for a resource inside a server once the server answers, such as creating a database.</summary>
sealed record InnerResourceAnnotation(Func<CancellationToken, Task> Prepare) : IResourceAnnotation;

/// <summary>Names the volume a container keeps its data in; this machine's binaries have a folder instead.</summary>
sealed record DataVolumeAnnotation(string Name) : IResourceAnnotation;
