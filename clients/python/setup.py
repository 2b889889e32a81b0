"""A wheel with the program inside is one for this platform."""

import pathlib

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel


class PlatformWheel(bdist_wheel):
    def get_tag(self):
        tag = super().get_tag()
        if not any(pathlib.Path(__file__).parent.glob("claimwire/bin/claimwire*")):
            return tag
        platform = self.plat_name or __import__("sysconfig").get_platform()
        platform = platform.replace("-", "_").replace(".", "_")
        return "py3", "none", platform.replace("linux_", "manylinux2014_", 1) if platform.startswith("linux_") else platform  # static: any C library does


setup(cmdclass={"bdist_wheel": PlatformWheel})
