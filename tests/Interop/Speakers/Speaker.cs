using System.Security.Cryptography.X509Certificates;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>A column of the table: somebody who goes through cases as a client.</summary>
/// <param name="name">Heading of the column.</param>
/// <param name="cases">Cases that it has to report, each exactly once.</param>
abstract class Speaker(string name, IReadOnlyList<string> cases)
{
    public string Name => name;

    public IReadOnlyList<string> Cases => cases;

    /// <summary>Goes through the cases in turn.</summary>
    /// <exception cref="Exception">The speaker itself broke down; what it had not reported then counts as failed.</exception>
    public abstract IAsyncEnumerable<Verdict> SpeakAsync(Run run, CancellationToken ct);
}

/// <summary>What all speakers are told.</summary>
/// <param name="Server">Our server: HTTP/2 in cleartext.</param>
/// <param name="Web">The same server: HTTP/1.1.</param>
/// <param name="Tls">The same server: HTTP/2 over TLS.</param>
/// <param name="Root">The certificate to trust there.</param>
/// <param name="RootFile">The same as a file (PEM).</param>
/// <param name="Descriptors">File with the contract as a <c>FileDescriptorSet</c>.</param>
/// <param name="SoakIterations">Calls of each soak.</param>
sealed record Run(Uri Server, Uri Web, Uri Tls, X509Certificate2 Root, string RootFile, string Descriptors, int SoakIterations)
{
    /// <summary>Where a speaker finds our server.</summary>
    public Uri At(Door door) => door switch
    {
        Door.Cleartext => Server,
        Door.Web => Web,
        Door.Tls => Tls,
    };
}

/// <summary>A way to our server.</summary>
enum Door
{
    Cleartext,
    Web,
    Tls,
}
