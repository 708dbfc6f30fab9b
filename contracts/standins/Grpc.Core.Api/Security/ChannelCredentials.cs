namespace Grpc.Core;

/// <summary>Credentials of a connection.</summary>
public abstract class ChannelCredentials
{
    private protected ChannelCredentials()
    {
    }

    /// <summary>Cleartext.</summary>
    public static ChannelCredentials Insecure { get; } = new TransportCredentials(secure: false);

    /// <summary>TLS with the certificates that the machine trusts.</summary>
    public static ChannelCredentials SecureSsl { get; } = new TransportCredentials(secure: true);

    internal abstract bool IsSecure { get; }

    internal virtual CallCredentials? CallCredentials => null;

    /// <summary>A connection whose calls all carry <paramref name="callCredentials"/>.</summary>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        return new CompositeCredentials(channelCredentials.IsSecure, callCredentials);
    }

    sealed class TransportCredentials(bool secure) : ChannelCredentials
    {
        internal override bool IsSecure => secure;
    }

    sealed class CompositeCredentials(bool secure, CallCredentials callCredentials) : ChannelCredentials
    {
        internal override bool IsSecure => secure;

        internal override CallCredentials CallCredentials => callCredentials;
    }
}
