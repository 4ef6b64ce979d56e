using CoBuilding.Access;
using CoBuilding.Units;

namespace CoBuilding.Tests.Access;

public sealed class FormKeyTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"keys-{Guid.CreateVersion7():N}");

    private string KeyFile => Path.Combine(folder, "form-hash.key");

    [Fact]
    public void It_is_made_once_for_its_own_account_and_then_read()
    {
        var form = new EnterUnit.Form { Name = "甲" };
        var made = FormKey.Open(folder);
        var read = FormKey.Open(folder);
        Assert.Equal(made.Id, read.Id);
        Assert.Equal(made.Stamp(form).Hash, read.Stamp(form).Hash);
        Assert.Equal(32, new FileInfo(KeyFile).Length);
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Of_many_that_find_none_one_makes_it_for_all()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => FormKey.Open(folder).Id)));
        Assert.Single(ids.Distinct());
        Assert.Equal([KeyFile], Directory.GetFiles(folder));
    }

    [Fact]
    public void Another_key_has_another_id_and_other_hashes()
    {
        var form = new EnterUnit.Form { Name = "甲" };
        var (one, other) = (FormKey.Passing(), FormKey.Passing());
        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.Stamp(form).Hash, other.Stamp(form).Hash);
        Assert.InRange(one.Id.Length, 10, 20);
    }

    [Fact]
    public void One_that_was_never_written_is_made()
    {
        KeyFolder.Make(folder);
        File.WriteAllText(KeyFile, "");
        Assert.Equal(FormKey.Open(folder).Id, FormKey.Open(folder).Id);
    }

    [Fact]
    public void A_file_that_is_no_key_is_refused()
    {
        KeyFolder.Make(folder);
        File.WriteAllText(KeyFile, "no key");
        Assert.Contains(KeyFile, Assert.Throws<InvalidDataException>(() => FormKey.Open(folder)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
