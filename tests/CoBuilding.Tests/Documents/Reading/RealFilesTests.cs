using System.Text;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents.Reading;

/// <summary>Real office files are read correctly by a reader with the default limits.</summary>
public class RealFilesTests
{
    public static TheoryData<string> Papers => [.. RealFiles.Names.Where(n => Path.GetExtension(n) is not (".xls" or ".csv"))];

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_paper_is_taken_and_its_text_is_seen(string name) =>
        Assert.True((await TestReader.FileAsync(name, RealFiles.Read(name))).HasText);

    [Theory]
    [InlineData("units.xlsx")]
    [InlineData("units.xls")]
    public async Task A_workbook_is_read_as_it_is_shown_whatever_its_format(string name)
    {
        var rows = await TestReader.RowsAsync(RealFiles.Read(name));
        Assert.Equal(14, rows.Count);
        Assert.Equal(["甘井子区驻区单位登记表"], rows[0].Cells);
        Assert.Equal(["单位名称", "类型", "社区", "书记", "书记电话", "任职起", "人数"], rows[1].Cells);
        Assert.Equal(["第1中学", "学校", "东一社区", "王小明", "13800000000", "2024-03-01", "1"], rows[2].Cells);
        // The merged cell applies to the rows below it.
        Assert.Equal(["第3中学", "学校", "东一社区", "王小兰", "13800000002", "2024-03-03", "3"], rows[4].Cells);
        Assert.Equal((14, "第12中学"), (rows[^1].Number, rows[^1].Cells[0]));
    }

    [Fact]
    public async Task Both_formats_of_a_long_list_give_the_same_rows() =>
        Assert.Equal(
            (await TestReader.RowsAsync(RealFiles.Read("roster.xlsx"))).Select(r => string.Join('\t', r.Cells)),
            (await TestReader.RowsAsync(RealFiles.Read("roster.xls"))).Select(r => string.Join('\t', r.Cells))
        );

    [Fact]
    public async Task A_hidden_sheet_of_an_old_workbook_is_not_looked_at()
    {
        List<string> seen = [];
        await SheetFile.ReadAsync(
            TestReader.Reader,
            TestReader.Somebody,
            RealFiles.Read("units.xls"),
            row =>
            {
                seen.Add(row.Cells[0]);
                return false;
            },
            TestDistrict.Ct
        );
        Assert.Contains("第1中学", seen);
        Assert.DoesNotContain("旧单位", seen);
    }

    [Fact]
    public async Task An_old_workbook_with_a_password_or_with_macros_is_refused_and_as_an_attachment_it_stays_so()
    {
        var book = RealFiles.Read("units.xls");
        Assert.Equal("Importing.HasMacros", await RefusalAsync([.. book, .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]));
        Assert.Equal("Importing.Encrypted", await RefusalAsync([.. book, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal("Importing.Encrypted", await RefusalAsync(WithPassword(book)));
        Assert.Equal("Importing.NotAWorkbook", await RefusalAsync(book[..3000]));
        Assert.Equal("Files.OldOffice", (await Assert.ThrowsAsync<RuleBroken>(() => TestReader.FileAsync("units.xls", book))).Key);
    }

    [Fact]
    public async Task A_child_with_the_usual_limits_reads_all_of_them_again_and_again()
    {
        await using var reader = TestReader.Pool(
            new()
            {
                Children = 1,
                Seconds = 60,
                ProcessorSeconds = 60,
            }
        );
        await reader.WarmAsync(TestDistrict.Ct);
        var child = Assert.Single(reader.ProcessIds);
        for (var round = 0; round < 2; round++)
            foreach (var name in RealFiles.Names)
            {
                if (RealFiles.IsList(name))
                    Assert.NotEmpty(await SheetFile.ReadAsync(reader, TestReader.Somebody, RealFiles.Read(name), null, TestDistrict.Ct));
                else
                    Assert.True(
                        (await CheckedUpload.ReadAsync(reader, TestReader.Somebody, name, RealFiles.Read(name), TestDistrict.Ct)).HasText
                    );
            }
        Assert.Equal([child], reader.ProcessIds);
    }

    private static async Task<string> RefusalAsync(byte[] file) =>
        (await Assert.ThrowsAsync<RuleBroken>(() => TestReader.RowsAsync(file))).Key;

    /// <summary>
    /// The records between the workbook's first one and its code page become the one that says how it is encrypted, and a remark.
    /// </summary>
    private static byte[] WithPassword(byte[] book)
    {
        const int head = 4,
            filePassLength = 54;
        byte[] changed = [.. book],
            codePage = [0x42, 0x00, 0x02, 0x00],
            firstRecord = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
        var begin = book.AsSpan().IndexOf(firstRecord) + head + 16;
        var (remark, end) = (begin + head + filePassLength, begin + book.AsSpan(begin).IndexOf(codePage));
        byte[] filePass = [0x2F, 0x00, filePassLength, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00];
        filePass.CopyTo(changed, begin);
        (changed[remark], changed[remark + 1]) = (0x5C, 0x00);
        BitConverter.TryWriteBytes(changed.AsSpan(remark + 2), (ushort)(end - remark - head));
        return changed;
    }
}
