using System.ComponentModel.DataAnnotations;

namespace Tsunagu.Gateway.Edge;

/// <summary>What one caller may take, section <c>Limits</c> of the configuration. Sizes are bytes.</summary>
sealed class GatewayLimits
{
    /// <summary>Largest JSON body.</summary>
    [Range(1024, 1L << 30)]
    public long JsonBodyBytes { get; set; } = 1 << 20;

    /// <summary>Largest message of a unary gRPC call.</summary>
    [Range(1024, 1L << 30)]
    public long GrpcMessageBytes { get; set; } = 4 << 20;

    /// <summary>Largest uploaded file.</summary>
    [Range(1024, 1L << 40)]
    public long UploadBytes { get; set; } = 2L << 30;

    /// <summary>All request headers together.</summary>
    [Range(1024, 1 << 20)]
    public int HeaderBytes { get; set; } = 32 << 10;

    /// <summary>Time for the headers of a request to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time a service may be silent in a call that is not a stream.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes a second that a body must bring, after <see cref="GracePeriod"/>.</summary>
    [Range(1, 1 << 30)]
    public double MinBytesPerSecond { get; set; } = 240;

    /// <summary>Time before <see cref="MinBytesPerSecond"/> is asked for.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause after which an idle event stream carries a comment, so that no proxy on the way closes it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);
}
