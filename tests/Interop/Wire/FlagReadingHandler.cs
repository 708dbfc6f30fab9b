using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Tsunagu.Tests.Interop.Wire;

/// <summary>Below our client: keeps the flags of the messages of the newest response.</summary>
/// <param name="root">The certificate that it trusts where the call is over TLS.</param>
sealed class FlagReadingHandler(X509Certificate2 root) : DelegatingHandler(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = Trust(root) } })
{
    volatile MessageFlags last = new();

    public MessageFlags Last => last;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var flags = last = new MessageFlags();
        var response = await base.SendAsync(request, cancellationToken);
        response.Content = new Content(response.Content, flags);
        return response;
    }

    static X509ChainPolicy Trust(X509Certificate2 root) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { root },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    sealed class Content : HttpContent
    {
        readonly HttpContent inner;
        readonly MessageFlags flags;

        public Content(HttpContent inner, MessageFlags flags)
        {
            this.inner = inner;
            this.flags = flags;
            foreach (var header in inner.Headers)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        protected override async Task<Stream> CreateContentReadStreamAsync() => new FlagReadingStream(await inner.ReadAsStreamAsync(), flags);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            await (await CreateContentReadStreamAsync()).CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
