using CoBuilding.Reader;
using CoBuilding.Reader.Confinement;

// Deep enough for any regular document.
const int StackBytes = 16 * 1024 * 1024;

var code = 0;
var work = new Thread(
    () =>
        code = args is ["--check"]
            ? ConfinementCheck.Run(Console.Out)
            : ReaderLoop.Run(Console.OpenStandardInput(), Console.OpenStandardOutput()),
    StackBytes
);
work.Start();
work.Join();
return code;
