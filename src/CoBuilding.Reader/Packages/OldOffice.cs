using System.Text;

namespace CoBuilding.Reader.Packages;

/// <summary>Binary files of Office before 2007 (compound file format).</summary>
internal static class OldOffice
{
    public static bool Is(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>A password-protected .xlsx is stored in one.</summary>
    public static bool HoldsEncrypted(byte[] file) => HoldsName(file, "EncryptedPackage");

    public static bool HoldsMacros(byte[] file) => HoldsName(file, "_VBA_PROJECT");

    private static bool HoldsName(byte[] file, string name) => file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
